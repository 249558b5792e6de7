using System.Collections.Immutable;
using Qingce.Exchange.Values;

namespace Qingce.Register;

/// <summary>
/// What a registration says: one text a field in the form of <see cref="FieldReading"/>, empty where nothing is said. Dirty values are values too.
/// Immutable; equal when every field is.
/// </summary>
public sealed partial class RegistrationContent : IEquatable<RegistrationContent>
{
    private readonly string[] _texts;

    private RegistrationContent(string[] texts) => _texts = texts;

    /// <summary>The content of a registration that does not exist.</summary>
    public static RegistrationContent Empty { get; } = new(NoTexts());

    /// <summary>The text of a field; empty where nothing is said.</summary>
    public string this[RegisterField field] => _texts[(int)field];

    /// <summary>The texts of all fields, in the order of their numbers.</summary>
    public ReadOnlySpan<string> Texts => _texts;

    /// <summary>Takes texts that are in kept form already, as a store gives them back.</summary>
    /// <param name="texts">One a field in the order of the numbers; where the last ones are missing they are empty, and the person is the registration itself.</param>
    /// <exception cref="ArgumentException">More texts than fields.</exception>
    public static RegistrationContent FromKept(ReadOnlySpan<string> texts)
    {
        if (texts.Length > RegisterFields.Count)
        {
            throw new ArgumentException($"At most {RegisterFields.Count} texts.", nameof(texts));
        }

        string[] kept = NoTexts();
        texts.CopyTo(kept);
        return new RegistrationContent(WithPerson(kept));
    }

    /// <summary>Takes pairs of field and text that are in kept form already; fields not named are empty.</summary>
    public static RegistrationContent FromFields(IEnumerable<KeyValuePair<RegisterField, string>> texts)
    {
        string[] kept = NoTexts();
        foreach ((RegisterField field, string text) in texts)
        {
            kept[(int)field] = text;
        }

        return new RegistrationContent(WithPerson(kept));
    }

    /// <summary>Reads texts as delivered into kept form.</summary>
    /// <param name="texts">Pairs of field and text as delivered; fields not named are empty.</param>
    /// <param name="faults">The fields whose text is no value of theirs; they keep it as delivered.</param>
    public static RegistrationContent Read(
        IEnumerable<KeyValuePair<RegisterField, string>> texts, out ImmutableArray<(RegisterField Field, FieldFault Fault)> faults)
    {
        string[] kept = NoTexts();
        ImmutableArray<(RegisterField, FieldFault)>.Builder found = ImmutableArray.CreateBuilder<(RegisterField, FieldFault)>();
        foreach ((RegisterField field, string text) in texts)
        {
            FieldReading reading = FieldReading.Of(field.Shape, text);
            kept[(int)field] = reading.Text;
            if (reading.Fault != FieldFault.None)
            {
                found.Add((field, reading.Fault));
            }
        }

        faults = found.DrainToImmutable();
        return new RegistrationContent(WithPerson(kept));
    }

    /// <summary>The content with another text in one field.</summary>
    public RegistrationContent With(RegisterField field, string text)
    {
        if (_texts[(int)field] == text)
        {
            return this;
        }

        string[] texts = (string[])_texts.Clone();
        texts[(int)field] = text;
        return new RegistrationContent(texts);
    }

    /// <summary>The content after changes: each field named gets its new text, whatever it was.</summary>
    public RegistrationContent With(IEnumerable<FieldChange> changes)
    {
        string[] texts = (string[])_texts.Clone();
        foreach (FieldChange change in changes)
        {
            texts[(int)change.Field] = change.New;
        }

        return new RegistrationContent(texts);
    }

    /// <summary>What has to change to make this content the other one: in the order of the fields, none where both agree.</summary>
    public ImmutableArray<FieldChange> ChangesTo(RegistrationContent other)
    {
        ImmutableArray<FieldChange>.Builder changes = ImmutableArray.CreateBuilder<FieldChange>();
        for (int i = 0; i < RegisterFields.Count; i++)
        {
            if (_texts[i] != other._texts[i])
            {
                changes.Add(new FieldChange((RegisterField)i, _texts[i], other._texts[i]));
            }
        }

        return changes.DrainToImmutable();
    }

    /// <inheritdoc/>
    public bool Equals(RegistrationContent? other) => other is not null && _texts.AsSpan().SequenceEqual(other._texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RegistrationContent);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (string text in _texts)
        {
            hash.Add(text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The registration and nothing of the person, so that a log may hold it.</summary>
    public override string ToString() => Exists ? RegistrationId : "(none)";

    private static string[] NoTexts()
    {
        string[] texts = new string[RegisterFields.Count];
        Array.Fill(texts, "");
        return texts;
    }

    private static string[] WithPerson(string[] texts)
    {
        if (texts[(int)RegisterField.PersonId].Length == 0)
        {
            texts[(int)RegisterField.PersonId] = texts[(int)RegisterField.RegistrationId];
        }

        return texts;
    }
}
