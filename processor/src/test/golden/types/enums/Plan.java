package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Label;
import dev.tenon.annotation.PgEnum;
import dev.tenon.annotation.RenamedFrom;
import dev.tenon.annotation.Table;
import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Table
class Plan {
    enum PlanStatus {
        DRAFT,
        IN_PROGRESS,
        @Label("Done!")
        DONE,
        @RenamedFrom("stopped")
        ABANDONED
    }

    @PgEnum(name = "importance", schema = "kinds", comment = "How much it matters")
    @RenamedFrom("priority")
    enum Priority {
        LOW,
        HIGH {
            @Override
            boolean urgent() {
                return true;
            }
        };

        boolean urgent() {
            return false;
        }
    }

    @Id
    int id;

    PlanStatus status;

    @Nullable
    Priority priority;

    Set<DayOfWeek> days;

    @Column(type = "text")
    PlanStatus asText;
}
