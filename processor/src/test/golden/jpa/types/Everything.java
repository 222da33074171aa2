package example;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Java types as Hibernate ORM maps them on PostgreSQL. */
@Entity
@SuppressWarnings("deprecation")
class Everything {
    @Id
    UUID id;

    String text;
    char letter;
    byte tiny;
    short small;
    int number;
    Long large;
    float real;
    Double precise;

    @Column(precision = 5)
    double lessPrecise;

    BigDecimal decimal;
    BigInteger integer;
    Instant instant;
    OffsetDateTime offset;
    ZonedDateTime zoned;
    LocalDateTime local;
    LocalDate date;
    LocalTime time;
    Duration duration;
    Year year;
    ZoneId zone;
    ZoneOffset shift;
    Currency currency;
    Locale language;
    InetAddress address;
    Calendar calendar;

    @Temporal(TemporalType.DATE)
    Date day;

    @Temporal(TemporalType.TIME)
    Date hour;

    Date moment;
    byte[] bytes;

    @Lob
    byte[] picture;

    @Lob
    String novel;

    @Column(length = 20_000_000)
    String essay;

    String[] words;
    List<UUID> others;
    Parts parts;

    static class Parts implements Serializable {
        private static final long serialVersionUID = 1;
    }
}
