package dev.tenon.runtime.isolation;

/** Row-level security is on, and binds the owner of the table too. */
final class RowSecurityProbe implements Probe {

    @Override
    public String name() {
        return "row-security";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) {
        return switch (subject.table().rowSecurity()) {
            case FORCED -> Outcome.held();
            case ENABLED ->
                Outcome.broken("row-level security does not apply to the owner; ALTER TABLE " + subject.sql()
                        + " FORCE ROW LEVEL SECURITY");
            case DISABLED ->
                Outcome.broken("row-level security is disabled; ALTER TABLE " + subject.sql()
                        + " ENABLE ROW LEVEL SECURITY, FORCE ROW" + " LEVEL SECURITY");
        };
    }
}
