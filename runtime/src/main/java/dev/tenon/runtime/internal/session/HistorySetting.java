package dev.tenon.runtime.internal.session;

/** The setting by which queries of the catalogs know the schema of the history. */
final class HistorySetting {

    /** The name of the setting. */
    static final String NAME = "tenon.history";

    private HistorySetting() {}
}
