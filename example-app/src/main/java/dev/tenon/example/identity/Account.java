package dev.tenon.example.identity;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Embedded;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Shared;
import dev.tenon.annotation.Unique;
import dev.tenon.example.base.Timestamps;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A login of a user: with a password, or through a provider.
 *
 * @param id the account
 * @param userId the user
 * @param provider the name of the provider; {@code password} for own accounts
 * @param providerAccountId the user's identifier at the provider
 * @param passwordHash the hash of the password, for own accounts
 * @param scopes the scopes requested from the provider
 * @param timestamps when it was linked and last used
 */
@Shared(reason = "credentials belong to the person; only the sign-in service reads this table")
@Unique(columns = {Account_.PROVIDER, Account_.PROVIDER_ACCOUNT_ID})
@Check(name = "account_password_check", value = "(provider = 'password') = (password_hash IS NOT NULL)")
public record Account(
        @Id @Default("gen_random_uuid()") UUID id,
        @References(User.class) UUID userId,
        @Column(length = 64) String provider,
        String providerAccountId,
        Optional<String> passwordHash,
        @Default("'{}'::text[]") List<String> scopes,
        @Embedded Timestamps timestamps) {
    public Account {
        scopes = List.copyOf(scopes);
    }
}
