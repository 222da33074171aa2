package imported;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Identity;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

@Table
public final class User {
    @Id
    @Identity(sequence = "User_id_seq")
    private final int id;

    @Index(name = "User_email_key", unique = true)
    private final String email;

    private final @Nullable String displayName;

    @Column(type = "timestamp(3)")
    @Default("CURRENT_TIMESTAMP")
    private final LocalDateTime createdAt;

    public User(int id, String email, @Nullable String displayName, LocalDateTime createdAt) {
        this.id = id;
        this.email = email;
        this.displayName = displayName;
        this.createdAt = createdAt;
    }

    public int id() {
        return id;
    }

    public String email() {
        return email;
    }

    public @Nullable String displayName() {
        return displayName;
    }

    public LocalDateTime createdAt() {
        return createdAt;
    }
}
