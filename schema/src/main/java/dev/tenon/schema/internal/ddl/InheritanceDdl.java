package dev.tenon.schema.internal.ddl;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.derive.TableInheritance.Link;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.simulation.ObjectType;
import dev.tenon.schema.internal.simulation.SchemaDefinitions;
import dev.tenon.schema.internal.sql.TableSql;
import java.util.ArrayList;
import java.util.List;

/** Statements about the inheritance that SQL-defined objects declare. */
public final class InheritanceDdl {

    private InheritanceDdl() {}

    /** The statements that end the links of an object; the first of them drops it. */
    public static List<Ddl> end(QualifiedName object, List<Link> links) {
        List<Ddl> all = new ArrayList<>();
        for (Link link : links) {
            String sql = TableSql.noInherit(link.child(), link.parent());
            CatalogName name = SchemaDefinitions.objectName(object);
            all.add(all.isEmpty() ? Ddl.drop(sql, ObjectType.INHERITANCE, name) : Ddl.of(sql));
        }
        return all;
    }

    /** The statements that begin the links of an object again; the last of them creates it. */
    public static List<Ddl> begin(QualifiedName object, List<Link> links) {
        List<Ddl> all = new ArrayList<>();
        for (Link link : links) {
            String sql = TableSql.inherit(link.child(), link.parent());
            all.add(
                    all.size() + 1 == links.size()
                            ? Ddl.of(sql, new CatalogEffect.Create(SchemaDefinitions.inheritance(object, links)))
                            : Ddl.of(sql));
        }
        return all;
    }
}
