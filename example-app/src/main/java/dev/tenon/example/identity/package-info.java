/** The users of the product, their logins and their organizations. */
@NullMarked
package dev.tenon.example.identity;

import org.jspecify.annotations.NullMarked;
