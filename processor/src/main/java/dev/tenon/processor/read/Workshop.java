package dev.tenon.processor.read;

/**
 * The readers that entities of any library need.
 *
 * @param context what every reader needs
 * @param packages the packages around entities
 * @param columns properties as columns
 * @param types types that are said in SQL or by an annotation of Tenon
 * @param enums Java enums as PostgreSQL's
 * @param hints what is said about the way to the schema
 * @param broken what could not be read
 */
public record Workshop(
        ReadContext context,
        Packages packages,
        ColumnReader columns,
        TypeMapper types,
        EnumReader enums,
        HintReader hints,
        Broken broken) {}
