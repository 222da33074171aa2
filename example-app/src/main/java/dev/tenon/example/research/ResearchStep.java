package dev.tenon.example.research;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Deferrability;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.References;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.annotation.Unique;
import dev.tenon.example.base.BaseEntity;
import dev.tenon.example.model.AiModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan, carried out by a model. Steps are reordered within a transaction, hence the deferred constraint.
 */
@TenantScoped
@Unique(
        columns = {ResearchStep_.PLAN_ID, ResearchStep_.POSITION},
        deferrable = Deferrability.INITIALLY_DEFERRED)
@Check(name = "research_step_times_check", value = "finished_at IS NULL OR finished_at >= started_at")
@Index(columns = "startedAt", where = "status = 'running'", name = "research_step_running_idx")
public class ResearchStep extends BaseEntity {

    @References(ResearchPlan.class)
    private final UUID planId;

    @Check("position >= 0")
    private int position;

    private final String title;

    @Default("'pending'")
    private StepStatus status = StepStatus.PENDING;

    @References(value = AiModel.class, onDelete = ForeignKeyAction.RESTRICT)
    private final @Nullable UUID modelId;

    @Default("0")
    private short attempts;

    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;

    public ResearchStep(UUID planId, int position, String title, @Nullable UUID modelId) {
        this.planId = planId;
        this.position = position;
        this.title = title;
        this.modelId = modelId;
    }

    public UUID planId() {
        return planId;
    }

    public int position() {
        return position;
    }

    public String title() {
        return title;
    }

    public StepStatus status() {
        return status;
    }

    public Optional<UUID> modelId() {
        return Optional.ofNullable(modelId);
    }

    public short attempts() {
        return attempts;
    }

    /** Returns the duration of the last attempt; empty until it has ended. */
    public Optional<Duration> took() {
        return startedAt == null || finishedAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, finishedAt));
    }

    public void moveTo(int newPosition) {
        position = newPosition;
        touch();
    }

    public void start(Instant now) {
        status = StepStatus.RUNNING;
        attempts++;
        startedAt = now;
        finishedAt = null;
        touch();
    }

    public void finish(Instant now, StepStatus outcome) {
        status = outcome;
        finishedAt = now;
        touch();
    }
}
