using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tn.Kernel;

namespace Tn.Platform.Data;

/// <summary>
/// Lets any <see cref="IGuidId{TSelf}"/> be a column, kept as its bare value. Asked for each type that the model meets: to look for the
/// types beforehand would load every class of the product at every start.
/// </summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by Entity Framework.")]
internal sealed class IdConverters(ValueConverterSelectorDependencies dependencies) : ValueConverterSelector(dependencies)
{
    /// <inheritdoc/>
    public override IEnumerable<ValueConverterInfo> Select(Type modelClrType, Type? providerClrType = null)
    {
        var id = Nullable.GetUnderlyingType(modelClrType) ?? modelClrType;
        return IsId(id) && (providerClrType is null || providerClrType == typeof(Guid))
            ? [new ValueConverterInfo(id, typeof(Guid), _ => (ValueConverter)Activator.CreateInstance(typeof(GuidIdConverter<>).MakeGenericType(id))!)]
            : base.Select(modelClrType, providerClrType);
    }

    private static bool IsId(Type type) => type.IsValueType
        && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IGuidId<>));
}

/// <summary>Keeps an id as its bare value.</summary>
internal sealed class GuidIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Wrap(value))
    where TId : struct, IGuidId<TId>
{
    private static TId Wrap(Guid value) => TId.From(value);
}
