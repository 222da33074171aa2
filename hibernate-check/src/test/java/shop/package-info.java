/** The entities of a shop, as a typical JPA application has them, without Tenon's annotations. */
package shop;
