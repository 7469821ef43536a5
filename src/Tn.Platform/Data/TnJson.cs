using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Tn.Kernel;

namespace Tn.Platform.Data;

/// <summary>How values are written as JSON everywhere: camel case, enums by name, ids as bare values, accents kept.</summary>
public static class TnJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new GuidIdJsonConverterFactory() },
    };

    private sealed class GuidIdJsonConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(face =>
                face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IGuidId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(GuidIdJsonConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class GuidIdJsonConverter<TId> : JsonConverter<TId>
        where TId : struct, IGuidId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TId.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
