package dev.tenon.runtime.fault;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can go wrong at run time. The codes are stable; each has a page in {@code docs/rules}. */
public enum FaultCode {
    /** No connection to the server comes about. */
    NO_CONNECTION("TN601"),
    /** The server does not let this user in. */
    NOT_LET_IN("TN602"),
    /** The server is older than the oldest that Tenon supports. */
    SERVER_TOO_OLD("TN603"),
    /** The server only reads: a standby, or a default of the role or database. */
    SERVER_READS_ONLY("TN604"),
    /** A pool stands between, which may change the server session from one transaction to the next. */
    POOLED_CONNECTION("TN605"),
    /** The role lacks a privilege that the migrations or comparing need. */
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
    /** The history is not one that this version can read. */
    HISTORY_UNREADABLE("TN616"),
    /** A migration that was to be taken back is applied. */
    APPLIED("TN617"),
    /** Another tool's history says that the database is not where that tool would bring it. */
    FORMER_HISTORY("TN618"),
    /** Somebody else is migrating the database. */
    LOCKED("TN620"),
    /** A statement failed for good. */
    STATEMENT_FAILED("TN621"),
    /** A statement found no moment to run in: a lock or a deadlock each time until the deadline. */
    STEP_GAVE_UP("TN622"),
    /** A step was broken off, and nothing tells how far it came. */
    STEP_UNSETTLED("TN623"),
    /** The connection was lost and did not come back until the deadline. */
    CONNECTION_LOST("TN624"),
    /** A statement ends or begins transactions, which is the migrator's business. */
    TRANSACTION_CONTROL("TN625"),
    /** A statement reported success, but the catalogs do not show its effect. */
    NO_EFFECT("TN626"),
    /** The thread was interrupted. */
    INTERRUPTED("TN627"),
    /** A step that was to be settled is not interrupted. */
    NOTHING_TO_SETTLE("TN628"),
    /** Steps of a migration that failed cannot be taken back. */
    NOT_TAKEN_BACK("TN629"),
    /** The database is not what the newest snapshot says. */
    DRIFT("TN630"),
    /** A tenant can reach another tenant's rows. */
    ISOLATION_BROKEN("TN631"),
    /** After migrating, the state is not the one expected. */
    STATE_DIFFERS("TN632"),
    /** The compiled snapshot is missing or cannot be read. */
    NO_COMPILED_SNAPSHOT("TN640"),
    /** The classes need another schema than the newest migration makes. */
    OUT_OF_STEP("TN641"),
    /** The database lacks what the classes need. */
    SCHEMA_LACKING("TN642"),
    /** A unit of work as one tenant was started inside one of another tenant. */
    TENANT_NESTED("TN650"),
    /** The tenant role or setting cannot be taken on. */
    TENANT_REFUSED("TN651"),
    /** A unit of work as a tenant came to its end without an exception, but its transaction cannot be committed. */
    TENANT_NOT_COMMITTED("TN652"),
    /** The data source hands out a connection that is in somebody else's transaction. */
    IN_TRANSACTION("TN653"),
    /** The command line or a configuration value is wrong. */
    USAGE("TN690"),
    /** The database reported an error where none was expected. */
    UNEXPECTED("TN699");

    private final String code;

    FaultCode(String code) {
        this.code = code;
    }

    /** {@code TN} and three digits. */
    public String code() {
        return code;
    }

    /** The fault with that code; empty if it is none of these. */
    public static Optional<FaultCode> of(String code) {
        return Arrays.stream(values()).filter(fault -> fault.code.equals(code)).findFirst();
    }
}
