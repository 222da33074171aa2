package imported;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

@Table
public final class Order {
    @Id
    private final String id;

    @References(value = User.class, onDelete = ForeignKeyAction.RESTRICT, onUpdate = ForeignKeyAction.CASCADE)
    @Index
    private final int userId;

    @Default("'OPEN'::public.\"OrderState\"")
    private final OrderState state;

    private final int totalCents;

    @Column(type = "timestamp(3)")
    private final @Nullable LocalDateTime paidAt;

    public Order(String id, int userId, OrderState state, int totalCents,
            @Nullable LocalDateTime paidAt) {
        this.id = id;
        this.userId = userId;
        this.state = state;
        this.totalCents = totalCents;
        this.paidAt = paidAt;
    }

    public String id() {
        return id;
    }

    public int userId() {
        return userId;
    }

    public OrderState state() {
        return state;
    }

    public int totalCents() {
        return totalCents;
    }

    public @Nullable LocalDateTime paidAt() {
        return paidAt;
    }
}
