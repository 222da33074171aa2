package example;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import java.util.List;
import java.util.Optional;

@Table
public class Nullness {
    @interface Nullable {}

    @Id
    int id;

    String required;
    Optional<String> optional;

    @org.jspecify.annotations.Nullable
    String jspecify;

    @Nullable
    String ofSomebody;

    @Column(nullable = true)
    String said;

    int @org.jspecify.annotations.Nullable [] nullableArray;

    @org.jspecify.annotations.Nullable
    String[] arrayOfNullables;

    List<@org.jspecify.annotations.Nullable String> listOfNullables;
}
