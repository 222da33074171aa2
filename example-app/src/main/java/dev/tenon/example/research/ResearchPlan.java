package dev.tenon.example.research;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.GinIndex;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.annotation.TextSearch;
import dev.tenon.example.base.BaseEntity;
import dev.tenon.example.identity.Member;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question of an organization, and the plan to answer it. */
@Table(comment = "Questions under research")
@TenantScoped
@Index(columns = {"status", "createdAt DESC"})
public class ResearchPlan extends BaseEntity {

    private final String title;
    private final String question;

    @Default("'draft'")
    private PlanStatus status = PlanStatus.DRAFT;

    @References(value = Member.class, onDelete = ForeignKeyAction.SET_NULL)
    private final @Nullable UUID ownerId;

    private @Nullable String summary;

    @TextSearch(of = {"title", "question", "summary"})
    @GinIndex
    private @Nullable String searchText;

    public ResearchPlan(String title, String question, @Nullable UUID ownerId) {
        this.title = title;
        this.question = question;
        this.ownerId = ownerId;
    }

    public String title() {
        return title;
    }

    public String question() {
        return question;
    }

    public PlanStatus status() {
        return status;
    }

    public Optional<UUID> ownerId() {
        return Optional.ofNullable(ownerId);
    }

    public Optional<String> summary() {
        return Optional.ofNullable(summary);
    }

    /** The search vector, which the server computes. */
    public Optional<String> searchText() {
        return Optional.ofNullable(searchText);
    }

    public void start() {
        status = PlanStatus.ACTIVE;
        touch();
    }

    public void complete(String withSummary) {
        status = PlanStatus.COMPLETED;
        summary = withSummary;
        searchText = null;
        touch();
    }
}
