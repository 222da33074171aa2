package dev.tenon.example.identity;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Jsonb;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TenantRoot;
import dev.tenon.annotation.Unique;
import dev.tenon.example.base.BaseEntity;
import java.util.Map;

/** A customer and tenant: every row of the product's tables belongs to one. */
@Table(comment = "The tenants")
@TenantRoot
@Grant(Privilege.DELETE)
public class Organization extends BaseEntity {

    private final String name;

    @Unique
    @Column(length = 63)
    @Check("slug ~ '^[a-z0-9][a-z0-9-]*$'")
    private final String slug;

    @Default("'free'")
    private Subscription subscription = Subscription.FREE;

    @Jsonb
    @Default("'{}'::jsonb")
    private Map<String, String> settings = Map.of();

    public Organization(String name, String slug) {
        this.name = name;
        this.slug = slug;
    }

    public String name() {
        return name;
    }

    public String slug() {
        return slug;
    }

    public Subscription subscription() {
        return subscription;
    }

    public Map<String, String> settings() {
        return settings;
    }

    public void subscribe(Subscription to) {
        subscription = to;
        touch();
    }

    public void configure(Map<String, String> changed) {
        settings = Map.copyOf(changed);
        touch();
    }
}
