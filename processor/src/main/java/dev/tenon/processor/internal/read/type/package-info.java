/** Maps Java types and annotations to PostgreSQL types. */
@NullMarked
package dev.tenon.processor.internal.read.type;

import org.jspecify.annotations.NullMarked;
