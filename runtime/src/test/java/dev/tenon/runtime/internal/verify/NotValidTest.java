package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.ShopSchema;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A constraint that is NOT VALID is drift, unless the undo of a migration created it. */
class NotValidTest {

    private static final Constraint FKEY =
            Constraint.ForeignKey.of("child_fkey", List.of("id"), new QualifiedName("public", "parent"), List.of("id"));

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    NotValidTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void notValidAloneIsNoDriftWhileTheMigrationThatWasTakenBackIsPending() {
        Table child = ShopSchema.table("child");
        List<Constraint> constraints = new ArrayList<>(child.constraints());
        constraints.add(FKEY);
        MigrationsFolder folder = new MigrationsFolder(temp)
                .generate("init", ShopSchema.of(child.withConstraints(constraints), ShopSchema.table("parent")));
        Tenon tenon = Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(folder.path())
                .listener(event -> {})
                .load();
        tenon.migrate();
        scratch.execute("INSERT INTO parent VALUES (1, 'a'); INSERT INTO child VALUES (1, 'a')");
        scratch.execute("ALTER TABLE child DROP CONSTRAINT child_fkey;"
                + "ALTER TABLE child ADD CONSTRAINT child_fkey FOREIGN KEY (id) REFERENCES parent (id) NOT VALID");
        assertThat(tenon.verifyFully().differences())
                .map(Difference::toString)
                .containsExactly("constraint child.child_fkey: validated is false, expected true");
        scratch.execute("ALTER TABLE child VALIDATE CONSTRAINT child_fkey");
        constraints.remove(FKEY);
        constraints.add(new Constraint.Check("child_check", "id > 5", true));
        folder.generate("check", ShopSchema.of(child.withConstraints(constraints), ShopSchema.table("parent")));
        Tenon next = Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(folder.path())
                .listener(event -> {})
                .load();
        assertThatThrownBy(next::migrate).hasMessageContaining("undone");
        assertThat(scratch.text("SELECT convalidated FROM pg_constraint WHERE conname = 'child_fkey'"))
                .isEqualTo("f");
        VerifyResult found = next.verifyStrictly();
        assertThat(found.differences()).isEmpty();
        assertThat(found.corrections()).isEmpty();
        assertThat(found.clean()).isFalse();
        assertThat(found.notCompared())
                .containsExactly("constraint child.child_fkey: it is NOT VALID since 0002_check was undone,"
                        + " which checks no rows; migrate begins again there");
        scratch.execute("ALTER TABLE child DROP CONSTRAINT child_fkey;"
                + "ALTER TABLE child ADD CONSTRAINT child_fkey FOREIGN KEY (id) REFERENCES parent (id)"
                + " ON UPDATE CASCADE NOT VALID");
        assertThat(next.verifyFully().differences())
                .map(Difference::toString)
                .contains("constraint child.child_fkey: validated is false, expected true");
    }
}
