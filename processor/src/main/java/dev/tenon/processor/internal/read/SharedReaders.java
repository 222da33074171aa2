package dev.tenon.processor.internal.read;

import dev.tenon.processor.internal.read.structure.HintReader;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.SchemaPackages;
import dev.tenon.processor.internal.read.structure.UnreadableObjects;
import dev.tenon.processor.internal.read.table.ColumnDeclarationReader;
import dev.tenon.processor.internal.read.type.JavaEnumReader;
import dev.tenon.processor.internal.read.type.TypeMapper;

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
public record SharedReaders(
        ReadContext context,
        SchemaPackages packages,
        ColumnDeclarationReader columns,
        TypeMapper types,
        JavaEnumReader enums,
        HintReader hints,
        UnreadableObjects broken) {}
