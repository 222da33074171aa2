package dev.tenon.example.identity;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Shared;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.Unique;
import dev.tenon.example.base.BaseEntity;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person who can log in, and may be a member of several organizations. */
@Table(comment = "People who can sign in")
@Shared(
        reason = "a person may belong to several organizations; only the sign-in service reads this table",
        cascadeReason = "who leaves the product leaves every organization")
public class User extends BaseEntity {

    @Unique
    @Check("email = lower(email)")
    private final String email;

    private String name;

    @Default("false")
    private boolean emailVerified;

    private @Nullable String image;

    public User(String email, String name) {
        this.email = email.toLowerCase(Locale.ROOT);
        this.name = name;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public boolean emailVerified() {
        return emailVerified;
    }

    public Optional<URI> image() {
        return Optional.ofNullable(image).map(URI::create);
    }

    public void verifyEmail() {
        emailVerified = true;
        touch();
    }

    public void rename(String newName, @Nullable URI newImage) {
        name = newName;
        image = newImage == null ? null : newImage.toString();
        touch();
    }
}
