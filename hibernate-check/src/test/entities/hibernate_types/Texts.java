package p;

import jakarta.persistence.*;
import java.net.InetAddress;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

@Entity
public class Texts {
    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    UUID id;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    UUID text;

    @JdbcTypeCode(SqlTypes.BINARY)
    UUID bytes;

    @JdbcTypeCode(SqlTypes.UUID)
    UUID plain;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    String code;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    String endless;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String lengthy;

    @JdbcTypeCode(SqlTypes.NVARCHAR)
    @Column(length = 40)
    String national;

    @Nationalized
    String nation;

    @Nationalized
    Character letter;

    @Lob
    @Nationalized
    String lob;

    @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
    String nlong;

    @JdbcTypeCode(SqlTypes.CLOB)
    String clob;

    @Lob
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String text32;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    byte[] octets;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] long32;

    @JdbcTypeCode(SqlTypes.BLOB)
    byte[] blob;

    @JdbcTypeCode(SqlTypes.INET)
    InetAddress address;

    @JdbcTypeCode(SqlTypes.SQLXML)
    String xml;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> json;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> items;

    @JdbcTypeCode(SqlTypes.JSON)
    String document;
}
