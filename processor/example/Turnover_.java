package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.String;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Turnover_ {
    public static final String TABLE = "turnover";
    public static final String DAY = "day";
    public static final String AMOUNT = "amount";
    public static final ColumnRef<Turnover, LocalDate> day = new ColumnRef<Turnover, LocalDate>("public", "turnover", "day");
    public static final ColumnRef<Turnover, BigDecimal> amount = new ColumnRef<Turnover, BigDecimal>("public", "turnover", "amount");

    private Turnover_() {}
}
