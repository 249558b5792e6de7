using System.Runtime.CompilerServices;

// The readers keep buffers of some hundred bytes on the stack and use only what they wrote; clearing them would cost more
// than reading a cell.
[module: SkipLocalsInit]
