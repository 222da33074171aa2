/** Entities of a clinic: how attributes are accessed, embedded and overridden, and Tenon's annotations beside the others. */
package clinic;
