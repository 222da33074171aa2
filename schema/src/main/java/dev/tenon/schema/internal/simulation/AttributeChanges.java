package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.internal.simulation.CatalogObject.Edge;
import java.util.Optional;

/** Gives attributes of simulated objects other values, and refuses changes that the server would refuse. */
final class AttributeChanges {

    private final CatalogRegistry registry;
    private final DependencyResolver resolver;

    AttributeChanges(CatalogRegistry registry, DependencyResolver resolver) {
        this.registry = registry;
        this.resolver = resolver;
    }

    void alter(CatalogEffect.Alter effect) throws RefusedEffectException {
        CatalogObject object = registry.find(effect.name());
        if (effect.attribute() == ObjectAttribute.NULLABLE && Boolean.TRUE.equals(effect.value())) {
            if (source(object).filter(ColumnDefault.Identity.class::isInstance).isPresent()) {
                throw new RefusedEffectException(object + " is an identity column");
            }
            for (Edge edge : object.dependents()) {
                if (DependencyResolver.isPrimaryKey(edge.from().attributes())) {
                    throw new RefusedEffectException(object + " is in a primary key");
                }
            }
        }
        object.attributes().put(effect.attribute(), effect.value());
        resolver.connect(object, effect.attribute(), effect.dependencies());
    }

    void alterPart(CatalogEffect.AlterPart effect) throws RefusedEffectException {
        CatalogEffect.Alter whole = effect.alteration();
        Object current = registry.find(whole.name()).attributes().get(whole.attribute());
        boolean next = effect.part() == 1
                ? !(current instanceof PartialValue) && !whole.value().equals(current)
                : new PartialValue(whole.value(), effect.part() - 1).equals(current);
        Object value = next && effect.part() == effect.parts()
                ? whole.value()
                : new PartialValue(whole.value(), next ? effect.part() : 0);
        alter(new CatalogEffect.Alter(whole.name(), whole.attribute(), value, whole.dependencies()));
    }

    /**
     * The value of an attribute between the statements that change it.
     *
     * @param value the value after the last of them
     * @param parts the number of statements that were run in their order; 0 if they ran in another one
     */
    private record PartialValue(Object value, int parts) {}

    void requireSource(CatalogEffect.RequireSource effect) throws RefusedEffectException {
        CatalogObject column = registry.find(effect.column());
        Object value = source(column).orElse(null);
        boolean fits =
                switch (effect.source()) {
                    case NONE ->
                        value == null
                                && Boolean.FALSE.equals(column.attributes().get(ObjectAttribute.NULLABLE));
                    case PLAIN -> value == null || value instanceof ColumnDefault.Expression;
                    case IDENTITY -> value instanceof ColumnDefault.Identity;
                    case GENERATED -> value instanceof ColumnDefault.Generated;
                };
        if (!fits) {
            throw new RefusedEffectException(column + " has another source of values");
        }
    }

    private static Optional<?> source(CatalogObject column) {
        return column.attributes().get(ObjectAttribute.DEFAULT) instanceof Optional<?> value ? value : Optional.empty();
    }

    void changeType(CatalogEffect.ChangeType change) throws RefusedEffectException {
        CatalogObject column = registry.find(change.column());
        for (Edge edge : column.dependents()) {
            if (edge.type() == DependencyType.REFERENCE) {
                throw new RefusedEffectException(edge.from() + " depends on the type of " + column);
            }
            if (edge.type() == DependencyType.EXPRESSION && change.converts()) {
                throw new RefusedEffectException(
                        "the expression of " + edge.from() + " may have no meaning for the new type of " + column);
            }
        }
        column.attributes().put(ObjectAttribute.TYPE, change.value());
        resolver.connect(column, ObjectAttribute.TYPE, change.dependencies());
        if (change.converts()) {
            for (Edge edge : column.dependents()) {
                if (edge.from().type() == ObjectType.CONSTRAINT) {
                    ReferenceTypes.check(edge.from());
                }
            }
        }
    }
}
