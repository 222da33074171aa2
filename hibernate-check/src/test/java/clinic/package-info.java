/** Entities of a clinic: access types, embedding, overrides, and Tenon's annotations in addition to JPA's. */
package clinic;
