/** Who uses the product: users, how they sign in, and the organizations that they belong to. */
@NullMarked
package dev.tenon.example.identity;

import org.jspecify.annotations.NullMarked;
