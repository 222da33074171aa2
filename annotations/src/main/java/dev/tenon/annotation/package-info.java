/**
 * The annotations that users write on their entities. They have no dependencies. The processor reads them by name, so
 * they are needed neither at run time nor by classes that only use the entities.
 */
@NullMarked
package dev.tenon.annotation;

import org.jspecify.annotations.NullMarked;
