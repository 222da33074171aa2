package dev.tenon.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Hints;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.generate.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InterviewTest {

    private final List<String> questions = new ArrayList<>();

    @Test
    void asksWhetherAColumnWasRenamedAndTakesYes() {
        assertThat(answering("y").rename(titleBecomesLabel())).contains("plan.title=plan.label");
        assertThat(questions).containsExactly("Was column plan.title renamed to plan.label? [y/N] ");
    }

    @Test
    void asksAboutARenameOnce() {
        Interview interview = answering("");
        assertThat(interview.rename(titleBecomesLabel())).isEmpty();
        assertThat(interview.rename(titleBecomesLabel())).isEmpty();
        assertThat(questions).hasSize(1);
    }

    @Test
    void agreesToALossOnlyByItsWords() {
        assertThat(answering("yes").acceptances(titleBecomesLabel())).isEmpty();
        assertThat(answering("drop-column:plan.title").acceptances(titleBecomesLabel()))
                .containsExactly("drop-column:plan.title");
        assertThat(questions).allSatisfy(question -> assertThat(question).contains("deletes its values"));
    }

    private Interview answering(String answer) {
        return new Interview(question -> {
            questions.add(question);
            return answer;
        });
    }

    private static Draft titleBecomesLabel() {
        CompiledSnapshot compiled = new CompiledSnapshot(plan("label"), Hints.NONE, Map.of());
        return Draft.of(plan("title"), compiled, Set.of());
    }

    private static Schema plan(String... columns) {
        List<Column> texts = Stream.of(columns)
                .map(name -> Column.of(name, ColumnType.builtin("text")).withNullable(true))
                .toList();
        return Schema.EMPTY.withTables(List.of(Table.of(QualifiedName.parse("plan"), texts)));
    }
}
