package dev.tenon.processor.internal.read.structure;

import dev.tenon.schema.CompiledSnapshot;

/**
 * Another module on the class path or module path that was compiled with this processor.
 *
 * @param place its archive or folder, for messages
 * @param snapshot its compiled snapshot
 */
public record CompiledModule(String place, CompiledSnapshot snapshot) {}
