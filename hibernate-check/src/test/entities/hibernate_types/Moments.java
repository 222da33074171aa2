package p;

import jakarta.persistence.*;
import java.time.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

@Entity
public class Moments {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    Instant bare;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    Instant utc;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    Instant zoned;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    @Column(secondPrecision = 3)
    OffsetDateTime millis;

    @JdbcTypeCode(SqlTypes.DATE)
    LocalDate day;

    @JdbcTypeCode(SqlTypes.TIME)
    LocalTime time;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Instant epoch;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    OffsetDateTime stored;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    OffsetDateTime normal;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
    ZonedDateTime normalUtc;

    @TimeZoneStorage(TimeZoneStorageType.DEFAULT)
    ZonedDateTime standard;

    @TimeZoneStorage(TimeZoneStorageType.AUTO)
    ZonedDateTime auto;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime split;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "zone_of_it")
    OffsetDateTime named;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @Column(name = "at", nullable = false)
    ZonedDateTime required;

    @FractionalSeconds(3)
    LocalDateTime short3;

    @FractionalSeconds(2)
    Instant short2;
}
