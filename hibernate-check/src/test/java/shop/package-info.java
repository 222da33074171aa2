/** The entities of a shop, as an application with JPA has them; nothing here knows Tenon. */
package shop;
