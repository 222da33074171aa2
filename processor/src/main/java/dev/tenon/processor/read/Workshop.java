package dev.tenon.processor.read;

/**
 * The readers that entities of other libraries need.
 *
 * @param context what every reader needs
 * @param packages the packages around entities
 * @param columns reads properties as columns
 * @param types resolves types declared in SQL or by an annotation of Tenon
 * @param enums reads Java enums as enum types
 * @param hints reads migration hints
 * @param broken records objects that could not be read completely
 */
public record Workshop(
        ReadContext context,
        Packages packages,
        ColumnReader columns,
        TypeMapper types,
        EnumReader enums,
        HintReader hints,
        Broken broken) {}
