package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Object;
import java.lang.String;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
public final class Sizes_ {
    public static final String TABLE = "sizes";
    public static final String KEY = "key";
    public static final String TEXT = "text";
    public static final String WHOLE = "whole";
    public static final String MONEY = "money";
    public static final String BIG = "big";
    public static final String MILLIS = "millis";
    public static final String SECONDS = "seconds";
    public static final String DURATION = "duration";
    public static final String SPELLED = "spelled";
    public static final String NUMBER = "number";
    public static final String BIG8 = "big8";
    public static final String CODES = "codes";
    public static final String DOMAIN = "domain";
    public static final String XML = "xml";
    public static final String CURRENCY = "currency";
    public static final ColumnRef<Sizes, String> key = new ColumnRef<Sizes, String>("public", "sizes", "key");
    public static final ColumnRef<Sizes, String> text = new ColumnRef<Sizes, String>("public", "sizes", "text");
    public static final ColumnRef<Sizes, BigDecimal> whole = new ColumnRef<Sizes, BigDecimal>("public", "sizes", "whole");
    public static final ColumnRef<Sizes, BigDecimal> money = new ColumnRef<Sizes, BigDecimal>("public", "sizes", "money");
    public static final ColumnRef<Sizes, BigInteger> big = new ColumnRef<Sizes, BigInteger>("public", "sizes", "big");
    public static final ColumnRef<Sizes, Instant> millis = new ColumnRef<Sizes, Instant>("public", "sizes", "millis");
    public static final ColumnRef<Sizes, LocalTime> seconds = new ColumnRef<Sizes, LocalTime>("public", "sizes", "seconds");
    public static final ColumnRef<Sizes, Duration> duration = new ColumnRef<Sizes, Duration>("public", "sizes", "duration");
    public static final ColumnRef<Sizes, Object> spelled = new ColumnRef<Sizes, Object>("public", "sizes", "spelled");
    public static final ColumnRef<Sizes, String> number = new ColumnRef<Sizes, String>("public", "sizes", "number");
    public static final ColumnRef<Sizes, Object> big8 = new ColumnRef<Sizes, Object>("public", "sizes", "big8");
    public static final ColumnRef<Sizes, Object> codes = new ColumnRef<Sizes, Object>("public", "sizes", "codes");
    public static final ColumnRef<Sizes, String> domain = new ColumnRef<Sizes, String>("public", "sizes", "domain");
    public static final ColumnRef<Sizes, String> xml = new ColumnRef<Sizes, String>("public", "sizes", "xml");
    public static final ColumnRef<Sizes, String> currency = new ColumnRef<Sizes, String>("public", "sizes", "currency");

    private Sizes_() {}
}
