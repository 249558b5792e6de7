using System.Globalization;
using System.Security;
using System.Text;
using Qingce.Cli.Screens;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>The steps of a weight as a picture that stands alone: SVG without script, style sheet or anything from elsewhere.</summary>
internal static class WaterfallSvg
{
    private const int Width = 760;
    private const int Left = 260;
    private const int Right = 70;
    private const int Row = 26;
    private const int Top = 58;

    /// <summary>Draws the picture.</summary>
    /// <param name="screen">Its language.</param>
    /// <param name="title">Which records it is about.</param>
    /// <param name="steps">The steps, prior first.</param>
    /// <param name="threshold">Bits from which a pair is a link.</param>
    /// <param name="nameOf">What a step is called.</param>
    public static string Make(Screen screen, string title, IReadOnlyList<EvidenceStep> steps, double threshold, Func<EvidenceStep, string> nameOf)
    {
        double[] ends = new double[steps.Count + 1];
        for (int i = 0; i < steps.Count; i++)
        {
            ends[i + 1] = ends[i] + steps[i].Weight;
        }

        (double least, double most) = (Math.Min(ends.Min(), threshold), Math.Max(ends.Max(), threshold));
        double total = ends[^1];
        int height = Top + (steps.Count + 1) * Row + 30;
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" font-family=\"'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif\" font-size=\"13\" fill=\"#1b2430\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>\n<rect width=\"{Width}\" height=\"{height}\" fill=\"#fff\"/>\n");
        string probability = new MatchWeight(total).Probability.ToString("0.########", CultureInfo.InvariantCulture);
        Text(svg, 16, 24, "start", title, "font-size=\"15\" font-weight=\"600\"");
        Text(svg, 16, 44, "start", screen.Say($"权重 {Bits(total)} 比特，概率 {probability}", $"weight {Bits(total)} bits, probability {probability}"), "fill=\"#55606f\"");
        Line(svg, X(0), "#8a94a2", "");
        Line(svg, X(threshold), "#b3261e", " stroke-dasharray=\"5 3\"");
        for (int i = 0; i < steps.Count; i++)
        {
            int y = Top + i * Row;
            Text(svg, Left - 10, y + 16, "end", nameOf(steps[i]), "");
            Bar(svg, ends[i], ends[i + 1], y, steps[i].Weight >= 0 ? "#2f6da3" : "#c0702a");
            Text(svg, X(Math.Max(ends[i], ends[i + 1])) + 5, y + 16, "start", Bits(steps[i].Weight), "");
        }

        int last = Top + steps.Count * Row;
        Text(svg, Left - 10, last + 16, "end", screen.Say("合计", "total"), "font-weight=\"600\"");
        Bar(svg, 0, total, last, "#47566a");
        Text(svg, X(Math.Max(0, total)) + 5, last + 16, "start", Bits(total), "font-weight=\"600\"");
        Text(svg, X(threshold), height - 8, X(threshold) > Width / 2 ? "end" : "start", screen.Say($"阈值 {Bits(threshold)}", $"threshold {Bits(threshold)}"), "fill=\"#b3261e\"");
        return svg.Append("</svg>\n").ToString();

        double X(double bits) => Left + (bits - least) / Math.Max(1, most - least) * (Width - Left - Right);

        void Bar(StringBuilder to, double from, double end, int y, string colour) => to.Append(
            CultureInfo.InvariantCulture, $"<rect x=\"{Math.Min(X(from), X(end)):0.#}\" y=\"{y + 3}\" width=\"{Math.Max(1.5, Math.Abs(X(end) - X(from))):0.#}\" height=\"{Row - 8}\" rx=\"2\" fill=\"{colour}\"/>\n");

        void Line(StringBuilder to, double x, string colour, string more) => to.Append(
            CultureInfo.InvariantCulture, $"<line x1=\"{x:0.#}\" y1=\"{Top - 4}\" x2=\"{x:0.#}\" y2=\"{height - 24}\" stroke=\"{colour}\"{more}/>\n");
    }

    private static void Text(StringBuilder svg, double x, int y, string anchor, string text, string more) => svg.Append(
        CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y}\" text-anchor=\"{anchor}\" {more}>{Escape(text)}</text>\n");

    private static string Bits(double bits) => bits.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    // Control characters, which no XML may hold, come out as U+FFFD.
    private static string Escape(string text) => SecurityElement.Escape(string.Concat(text.Select(c => char.IsControl(c) || c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c)))!;
}
