package dev.tenon.runtime.fault;

import java.util.Arrays;
import java.util.Optional;

/** The problems at run time. The codes are stable; each has a page in {@code docs/rules}. */
public enum FaultCode {
    /** The server cannot be reached. */
    NO_CONNECTION("TN601"),
    /** The server refuses the login. */
    LOGIN_REFUSED("TN602"),
    /** The server is older than the oldest that Tenon supports. */
    SERVER_TOO_OLD("TN603"),
    /** The server is read-only: a standby, or a default of the role or database. */
    SERVER_READS_ONLY("TN604"),
    /** A connection pool, which may switch the server session between transactions. */
    POOLED_CONNECTION("TN605"),
    /** The role lacks a privilege that the migrations or the comparison need. */
    PRIVILEGE_MISSING("TN606"),
    /** An extension is not available on the server, or this role may not install it. */
    EXTENSION_UNAVAILABLE("TN607"),
    /** Row-level security would hide rows from the migrator. */
    ROWS_HIDDEN("TN608"),
    /** After a lost connection, the address led to another server or database. */
    ANOTHER_SERVER("TN609"),
    /** A migration is not the one that was applied under its number and name. */
    EDITED("TN612"),
    /** The database has another migration under this number. */
    DIVERGED("TN613"),
    /** The database has migrations that come after the newest of the directory. */
    AHEAD("TN614"),
    /** A migration is not applied, but a later one is. */
    OUT_OF_ORDER("TN615"),
    /** This version cannot read the history. */
    HISTORY_UNREADABLE("TN616"),
    /** A migration to be dropped is applied. */
    APPLIED("TN617"),
    /** According to another tool's history, not all of its migrations are applied. */
    FORMER_HISTORY("TN618"),
    /** Another migrator is running, and makes no progress. */
    LOCKED("TN620"),
    /** A statement failed permanently. */
    STATEMENT_FAILED("TN621"),
    /** A step failed with lock timeouts or deadlocks, or its batch was cancelled, until the deadline. */
    STEP_GAVE_UP("TN622"),
    /** A step was interrupted, and its effect cannot be determined. */
    STEP_UNRESOLVED("TN623"),
    /** The connection was lost and could not be restored before the deadline. */
    CONNECTION_LOST("TN624"),
    /** A statement begins or ends a transaction, which only the migrator may do. */
    TRANSACTION_CONTROL("TN625"),
    /** A statement reported success, but the catalogs do not show its effect. */
    NO_EFFECT("TN626"),
    /** The thread was interrupted. */
    INTERRUPTED("TN627"),
    /** A step to be resolved is not interrupted. */
    NOTHING_TO_RESOLVE("TN628"),
    /** Steps of a failed migration cannot be undone. */
    UNDO_FAILED("TN629"),
    /** The database differs from the newest snapshot. */
    DRIFT("TN630"),
    /** A tenant can access another tenant's rows. */
    ISOLATION_BROKEN("TN631"),
    /** The state after migrating is not the expected one. */
    STATE_DIFFERS("TN632"),
    /** The server refuses an expression of a pending statement, before the first step. */
    EXPRESSION_REFUSED("TN633"),
    /** A pending fill or conversion cannot be computed for a row, before the first step. */
    ROW_REFUSED("TN634"),
    /** Pending statements write rows of a published table without replica identity. */
    NO_REPLICA_IDENTITY("TN635"),
    /** A half-applied migration cannot be taken back without acceptance. */
    NOT_ABANDONED("TN636"),
    /** A half-applied migration is being taken back. */
    ABANDONING("TN637"),
    /** Rows of the default partition cannot move to a new partition, before the first step. */
    ROWS_CANNOT_MOVE("TN638"),
    /** Row-level security was not forced on a table while a step read its rows, and could not be forced again. */
    FORCE_NOT_RESTORED("TN639"),
    /** The compiled snapshot is missing or cannot be read. */
    NO_COMPILED_SNAPSHOT("TN640"),
    /** The classes need a schema that differs from the newest snapshot. */
    OUT_OF_STEP("TN641"),
    /** The database lacks the schema that the classes need. */
    SCHEMA_LACKING("TN642"),
    /** A statement names a role, which has another name in this environment, where it cannot be replaced. */
    ROLE_UNCLEAR("TN643"),
    /** A role that works with a table would see no row of it once row-level security is enabled or forced. */
    ROLE_LOCKED_OUT("TN644"),
    /** A role writes a table, but may not read where the tenant of its rows is found. */
    TENANT_UNREADABLE("TN645"),
    /** A unit of work as one tenant was started inside one of another tenant. */
    TENANT_NESTED("TN650"),
    /** The tenant role or setting cannot be set. */
    TENANT_REFUSED("TN651"),
    /** A unit of work as a tenant returned normally, but its transaction cannot be committed. */
    TENANT_NOT_COMMITTED("TN652"),
    /** The data source hands out a connection that is in another transaction. */
    IN_TRANSACTION("TN653"),
    /** The login role reaches tenants' tables without the policies of the application role. */
    TENANT_LOGIN_PRIVILEGED("TN654"),
    /** A tenant's key is missing, or cannot be one. */
    TENANT_INVALID("TN655"),
    /** A tenant's unit of work should join a transaction, and there is none. */
    TENANT_NOTHING_TO_JOIN("TN656"),
    /** A call on a tenant's connection would lead out of its transaction. */
    TENANT_CALL_REFUSED("TN657"),
    /** A statement runs in the transaction of another tenant than the current one. */
    TENANT_CHANGED("TN658"),
    /** Others may create objects in a schema whose names the statements of migrations use. */
    SCHEMA_OPEN("TN670"),
    /** Another role's function or operator could be called instead of the one that a statement means. */
    FOREIGN_OVERLOAD("TN671"),
    /** The schema of the history can be written by others, or has their objects. */
    HISTORY_FOREIGN("TN672"),
    /** The database has applied only some of the migrations that a squashed one replaces. */
    SQUASHED_IN_PART("TN673"),
    /** The tenancy of a database cannot be recognized without more options. */
    TENANCY_UNCLEAR("TN675"),
    /** The class path does not have exactly one complete compiled snapshot. */
    NO_SINGLE_SCHEMA("TN678"),
    /** The command line or a configuration value is wrong. */
    USAGE("TN690"),
    /** The database reported an unexpected error. */
    UNEXPECTED("TN699");

    private final String code;

    FaultCode(String code) {
        this.code = code;
    }

    /** Returns {@code TN} and three digits. */
    public String code() {
        return code;
    }

    /** Returns the fault with that code; empty if there is none. */
    public static Optional<FaultCode> of(String code) {
        return Arrays.stream(values()).filter(fault -> fault.code.equals(code)).findFirst();
    }
}
