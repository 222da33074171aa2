package dev.tenon.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromptsTest {

    private final List<String> questions = new ArrayList<>();

    @Test
    void asksWhetherAColumnWasRenamedAndTakesYes() {
        assertThat(answering("y").rename(titleBecomesLabel())).contains("plan.title=plan.label");
        assertThat(questions).containsExactly("Was column plan.title renamed to plan.label? [y/N] ");
    }

    @Test
    void asksAboutARenameOnce() {
        Prompts interview = answering("");
        assertThat(interview.rename(titleBecomesLabel())).isEmpty();
        assertThat(interview.rename(titleBecomesLabel())).isEmpty();
        assertThat(questions).hasSize(1);
    }

    @Test
    void acceptsALossOnlyByItsAcceptanceToken() {
        assertThat(answering("yes").acceptances(titleBecomesLabel())).isEmpty();
        assertThat(answering("drop-column:plan.title").acceptances(titleBecomesLabel()))
                .containsExactly("drop-column:plan.title");
        assertThat(questions).allSatisfy(question -> assertThat(question).contains("deletes its values"));
    }

    private Prompts answering(String answer) {
        return new Prompts(question -> {
            questions.add(question);
            return answer;
        });
    }

    private static MigrationDraft titleBecomesLabel() {
        CompiledSnapshot compiled = new CompiledSnapshot(plan("label"), MigrationHints.NONE, Map.of());
        return MigrationDraft.of(plan("title"), compiled, Set.of());
    }

    private static Schema plan(String... columns) {
        List<Column> texts = Stream.of(columns)
                .map(name -> Column.of(name, ColumnType.builtin("text")).withNullable(true))
                .toList();
        return Schema.EMPTY.withTables(List.of(Table.of(QualifiedName.parse("plan"), texts)));
    }
}
