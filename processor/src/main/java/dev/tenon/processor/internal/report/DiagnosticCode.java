package dev.tenon.processor.internal.report;

/**
 * The codes of problems in source code that are found before a schema exists; each has a page in {@code docs/rules}.
 */
public enum DiagnosticCode {
    FAILURE("TN100"),
    UNRESOLVED("TN101"),
    OPTION("TN102"),
    NOT_AN_ENTITY("TN103"),
    NO_TYPE("TN104"),
    UNKNOWN_TYPE("TN105"),
    UNFIT_ATTRIBUTE("TN106"),
    CONFLICT("TN107"),
    NEVER_NULL("TN108"),
    BLANK("TN109"),
    DUPLICATE_COLUMN("TN110"),
    DUPLICATE_TABLE("TN111"),
    DUPLICATE_NAME("TN112"),
    NO_REFERENCED_ENTITY("TN113"),
    COMPOSITE_REFERENCE("TN114"),
    UNSEARCHABLE("TN115"),
    INDEX_KEY("TN116"),
    INDEX_OPTION("TN117"),
    EXTENSION("TN118"),
    DUPLICATE_LABEL("TN119"),
    NO_ROLE("TN120"),
    EMBEDDED("TN121"),
    ON_METHOD("TN122"),
    FORMER_NAME("TN123"),
    METAMODEL("TN124"),
    STALE_OUTPUT("TN125"),
    COUNTING("TN126"),
    VIEW_MEMBER("TN127"),
    VIEW_OPTION("TN128"),
    DEPENDS_ON("TN129"),
    SQL_OBJECT("TN130"),
    PARTITION_ALONE("TN133"),
    PARTITION_BOUND("TN134"),
    UNREAD("TN135"),
    JPA_JAVAX("TN140"),
    JPA_UNMAPPED("TN141"),
    JPA_VALUE("TN142"),
    JPA_MISPLACED("TN143"),
    JPA_ATTRIBUTE("TN144"),
    JPA_TARGET("TN145"),
    JPA_JOIN("TN146"),
    JPA_KEY("TN147"),
    JPA_OVERRIDE("TN148"),
    JPA_GENERATOR("TN149"),
    JPA_INHERITANCE("TN150"),
    JPA_CONVERTER("TN151"),
    JPA_BESIDE("TN152"),
    JPA_HIBERNATE("TN153"),
    JPA_SHARED("TN154"),
    JPA_NO_TABLE("TN155"),
    JPA_TENANT("TN156"),
    MODULE_UNUSABLE("TN157"),
    MODULE_CONFLICT("TN158"),
    KOTLIN_LOST("TN159"),
    DELETE_COLUMNS("TN160"),
    KOTLIN_VALUE("TN161"),
    KOTLIN_UNKNOWN("TN162"),
    GLOBAL_UNIQUE("TN305"),
    TENANT_ROOT("TN307"),
    SECOND_TENANCY("TN308"),
    TWO_SCOPES("TN309"),
    PENDING("TN420"),
    NO_DIRECTORY("TN421"),
    MIGRATION_NAME("TN422");

    private final String code;

    DiagnosticCode(String code) {
        this.code = code;
    }

    /** The printed form: {@code TN} and three digits. */
    public String code() {
        return code;
    }
}
