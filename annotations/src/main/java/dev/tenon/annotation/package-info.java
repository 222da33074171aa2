/**
 * What users write on their entities: one annotation a file, without dependencies. The processor reads them by name, so
 * that they are needed neither at run time nor by the classes that only use the entities.
 */
@NullMarked
package dev.tenon.annotation;

import org.jspecify.annotations.NullMarked;
