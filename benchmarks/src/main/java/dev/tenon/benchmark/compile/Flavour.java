package dev.tenon.benchmark.compile;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The annotations of a generated project; both kinds have the same fields. */
enum Flavour {
    TENON {
        @Override
        Stream<SourceFile> around() {
            return Stream.of(
                    new SourceFile("bench/package-info.java", """
                            @Schema(tenancy = @Tenancy(root = Organization.class, column = "organization_id", setting = "app.organization_id"))
                            package bench;

                            import dev.tenon.annotation.Schema;
                            import dev.tenon.annotation.Tenancy;
                            """), new SourceFile("bench/Organization.java", """
                            package bench;

                            import dev.tenon.annotation.Id;
                            import dev.tenon.annotation.TenantRoot;
                            import java.util.UUID;

                            @TenantRoot
                            public class Organization {
                                @Id
                                private UUID id;
                                private String name;
                            }
                            """));
        }

        @Override
        String entity(String packageName, String name, String target) {
            return """
                    package %s;

                    import dev.tenon.annotation.*;
                    import java.math.BigDecimal;
                    import java.time.Instant;
                    import java.util.Optional;
                    import java.util.UUID;

                    @Table
                    @TenantScoped
                    @Index(columns = {"status", "createdAt DESC"})
                    public class %s {
                        @Id
                        @Default("gen_random_uuid()")
                        private UUID id;
                        @References(%s.class)
                        private UUID parentId;
                        @Index
                        private String name;
                        @Default("'draft'")
                        private String status;
                        @Column(length = 200)
                        private String title;
                        @Column(nullable = true)
                        private String summary;
                        private boolean active;
                        @Default("0")
                        private long version;
                        @Column(precision = 12, scale = 2)
                        private BigDecimal amount;
                        private Optional<Integer> rank;
                        @Default("now()")
                        private Instant createdAt;
                        @Default("now()")
                        private Instant updatedAt;
                    }
                    """.formatted(packageName, name, target);
        }
    },
    JPA {
        @Override
        Stream<SourceFile> around() {
            return Stream.empty();
        }

        @Override
        String entity(String packageName, String name, String target) {
            return """
                    package %s;

                    import jakarta.persistence.*;
                    import java.math.BigDecimal;
                    import java.time.Instant;
                    import java.util.UUID;

                    @Entity
                    @Table(indexes = {@Index(columnList = "status, created_at desc"), @Index(columnList = "name")})
                    public class %s {
                        @Id
                        @GeneratedValue
                        private UUID id;
                        @ManyToOne
                        @JoinColumn(name = "parent_id")
                        private %s parent;
                        private String name;
                        @Column(nullable = false)
                        private String status;
                        @Column(length = 200)
                        private String title;
                        @Column(nullable = true)
                        private String summary;
                        private boolean active;
                        @Version
                        private long version;
                        @Column(precision = 12, scale = 2)
                        private BigDecimal amount;
                        private Integer rank;
                        @Column(name = "created_at")
                        private Instant createdAt;
                        private Instant updatedAt;
                    }
                    """.formatted(packageName, name, target);
        }
    };

    private static final int IN_A_PACKAGE = 50;

    /** Returns the sources of the project other than entities. */
    abstract Stream<SourceFile> around();

    /** Returns the source of one entity with twelve columns, a reference and two indexes. */
    abstract String entity(String packageName, String name, String target);

    /**
     * Returns a project with that many entities. Each references the entity before it in its package; the first
     * references itself.
     */
    Stream<SourceFile> project(int entities) {
        return Stream.concat(around(), IntStream.range(0, entities).mapToObj(this::file));
    }

    private SourceFile file(int number) {
        int group = number / IN_A_PACKAGE;
        int target = number % IN_A_PACKAGE == 0 ? number : number - 1;
        String source = entity("bench.p" + group, name(number), name(target));
        return new SourceFile("bench/p" + group + "/" + name(number) + ".java", source);
    }

    private static String name(int number) {
        return "Entity" + number;
    }
}
