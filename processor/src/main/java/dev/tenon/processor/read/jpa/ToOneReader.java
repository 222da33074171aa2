package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.ColumnBasis;
import dev.tenon.processor.read.Embedding;
import dev.tenon.processor.read.Property;
import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Relations to one entity: the columns that hold its key, and the reference. */
final class ToOneReader {

    private final Workbench bench;
    private final Keys keys;
    private final JoinColumns joins;
    private final Targets targets;

    ToOneReader(Workbench bench, Keys keys) {
        this.bench = bench;
        this.keys = keys;
        this.joins = new JoinColumns(bench, keys);
        this.targets = new Targets(bench);
    }

    /** Reads the relation into the fragment; the inverse side of one contributes nothing. */
    void read(Member member, Where where, Fragment into) {
        Marks marks = member.marks();
        boolean oneToOne = marks.has("OneToOne");
        AnnotationUse relation = marks.one(oneToOne ? "OneToOne" : "ManyToOne").orElseThrow();
        Optional<EntityClass> target = targets.of(relation, member.type(), member);
        if (target.isEmpty() || (oneToOne && targets.isInverse(relation, target.get()))) {
            return;
        }
        if (marks.has("JoinTable")) {
            bench.error(
                    Code.JPA_UNMAPPED,
                    marks.one("JoinTable").orElseThrow().site(),
                    "Tenon maps no join table of a relation to one entity",
                    "let a @JoinColumn hold the key, or make the relation a @ManyToMany");
            return;
        }
        boolean required = where.key() || !relation.flag("optional");
        if (marks.has("PrimaryKeyJoinColumn")) {
            sharedKey(member, where, target.get(), required, into);
            return;
        }
        Optional<AnnotationUse> override =
                where.overrides().find("AssociationOverride", member.name(), bench.overrides());
        List<AnnotationUse> said = override.map(use -> bench.nested(use, "joinColumns"))
                .filter(uses -> !uses.isEmpty())
                .orElseGet(() -> marks.all("JoinColumn"));
        List<JoinColumns.Pair> pairs = joins.pair(said, member.name(), target.get(), Site.of(member.element()));
        if (!pairs.isEmpty()) {
            Site site = said.isEmpty() ? relation.site() : said.get(0).site("referencedColumnName");
            columns(member, where, pairs, required, into);
            List<AnnotationUse> sayForeignKey = new ArrayList<>(said);
            marks.one("JoinColumns").ifPresent(sayForeignKey::add);
            override.ifPresent(sayForeignKey::add);
            link(
                    member,
                    target.get(),
                    pairs,
                    ForeignKeys.in(bench, "foreignKey", sayForeignKey).unlessMissing(member),
                    site,
                    into);
            boolean whole = where.key()
                    && marks.has("MapsId")
                    && marks.one("MapsId").get().text("value").isBlank();
            if (oneToOne && !whole) {
                into.unique(pairs.stream().map(JoinColumns.Pair::name).toList(), relation.site());
            }
        }
    }

    private void columns(Member member, Where where, List<JoinColumns.Pair> pairs, boolean required, Fragment into) {
        String path = where.path() + member.name();
        ColumnExtras extras = new ColumnExtras(bench);
        TenonBeside tenon = new TenonBeside(bench);
        for (JoinColumns.Pair pair : pairs) {
            TypeMirror type = member.type();
            Property property = new Property(path, member.element(), type, pair.name());
            Optional<String> comment = pair.said().flatMap(use -> use.optionalText("comment"));
            Optional<ColumnType> stored = tenon.saysType(member)
                    ? tenon.stored(property, pair.said(), where.table().schema())
                    : Optional.of(pair.type());
            tenon.refuseTwice(property, Optional.empty(), comment);
            boolean nullable = !required && !pair.isNotNull();
            into.add(new Mapped(
                    property,
                    new ColumnBasis(stored, !where.key() && (nullable || where.loose()), Optional.empty(), comment),
                    where.key(),
                    ColumnExtras.isReadOnly(pair.said())));
            pair.said().ifPresent(use -> {
                extras.refuseOtherTable(pair.said(), where.table());
                extras.constraints(use, pair.name(), into);
            });
            if (pairs.size() == 1) {
                into.add(property);
            }
        }
        if (pairs.size() > 1) {
            Embedding embedding = new Embedding(
                    path,
                    member.element(),
                    pairs.stream().map(JoinColumns.Pair::name).toList());
            tenon.refuseOnEmbedded(embedding);
            into.add(embedding);
        }
    }

    private static void link(
            Member member,
            EntityClass target,
            List<JoinColumns.Pair> pairs,
            ForeignKeys said,
            Site site,
            Fragment into) {
        if (said.wanted() && !target.isSpread()) {
            into.add(new Link(
                    pairs.stream().map(JoinColumns.Pair::name).toList(),
                    target,
                    pairs.stream().map(JoinColumns.Pair::target).toList(),
                    said.name(),
                    JoinColumns.onDelete(member.marks()),
                    site));
        }
    }

    /** The entity's own key is the reference. */
    private void sharedKey(Member member, Where where, EntityClass target, boolean required, Fragment into) {
        List<KeyColumn> own = keys.of(where.entity());
        List<KeyColumn> other = keys.of(target);
        List<AnnotationUse> said = member.marks().all("PrimaryKeyJoinColumn");
        ForeignKeys foreignKey = ForeignKeys.in(bench, "foreignKey", said).unlessMissing(member);
        if (own.size() != other.size()) {
            bench.error(
                    Code.JPA_JOIN,
                    said.get(0).site(),
                    "the key of " + where.entity() + " cannot be the key of " + target,
                    "hold the key of " + target + " in a @JoinColumn");
        } else if (required && foreignKey.wanted() && !target.isSpread()) {
            into.add(new Link(
                    own.stream().map(KeyColumn::name).toList(),
                    target,
                    other.stream().map(KeyColumn::name).toList(),
                    foreignKey.name(),
                    JoinColumns.onDelete(member.marks()),
                    Site.of(member.element())));
        }
    }
}
