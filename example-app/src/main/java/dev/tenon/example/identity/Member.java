package dev.tenon.example.identity;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.References;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.annotation.Unique;
import dev.tenon.example.base.BaseEntity;
import java.util.UUID;

/** The membership of a user in an organization. */
@TenantScoped
public class Member extends BaseEntity {

    @References(User.class)
    @Unique
    private final UUID userId;

    @Default("'viewer'")
    private MemberRole role;

    public Member(UUID userId, MemberRole role) {
        this.userId = userId;
        this.role = role;
    }

    public UUID userId() {
        return userId;
    }

    public MemberRole role() {
        return role;
    }

    public void promote(MemberRole to) {
        role = to;
        touch();
    }
}
