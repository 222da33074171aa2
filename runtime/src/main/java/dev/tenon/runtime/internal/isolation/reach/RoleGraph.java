package dev.tenon.runtime.internal.isolation.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The roles of a server and their memberships. A session can use the privileges of each role to which it can switch, and
 * of those from which such a role inherits. With the ADMIN option of one of these, it can make itself a member first.
 *
 * @see <a href="https://www.postgresql.org/docs/current/role-membership.html">Role Membership</a>
 */
final class RoleGraph {

    private static final String ARROW = " \u2192 ";

    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final List<Membership> memberships;

    RoleGraph(List<Role> roles, List<Membership> memberships) {
        roles.forEach(role -> this.roles.put(role.oid(), role));
        this.memberships = List.copyOf(memberships);
    }

    /**
     * A role.
     *
     * @param oid its OID
     * @param name its name
     * @param login whether a session can begin with it
     * @param superuser whether no privilege is checked for it
     * @param predefined whether PostgreSQL defines it, such as {@code pg_read_all_data}
     * @param trusted whether it runs the proof or owns most tables
     */
    record Role(String oid, String name, boolean login, boolean superuser, boolean predefined, boolean trusted) {}

    /**
     * A membership.
     *
     * @param member the OID of the member
     * @param role the OID of the role in which it is one
     * @param set whether the member may switch to the role
     * @param inherit whether the member has the role's privileges
     * @param admin whether the member may grant the role
     */
    record Membership(String member, String role, boolean set, boolean inherit, boolean admin) {

        private boolean inert() {
            return !set && !inherit && !admin;
        }
    }

    /** Returns the role of that name. */
    Role named(String name) {
        return roles.values().stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the login roles, other than those of the migrator, that are members of the role: the application's
     * sessions begin with one of them, and return to it with RESET ROLE.
     */
    List<Role> loginMembers(Role of) {
        Set<String> members = new LinkedHashSet<>(List.of(of.oid()));
        Deque<String> open = new ArrayDeque<>(members);
        while (!open.isEmpty()) {
            String role = open.remove();
            memberships.stream()
                    .filter(edge -> edge.role().equals(role) && !edge.inert())
                    .map(Membership::member)
                    .filter(members::add)
                    .forEach(open::add);
        }
        members.remove(of.oid());
        return members.stream()
                .map(this::role)
                .filter(role -> role.login() && !role.trusted())
                .toList();
    }

    /** Returns the roles that sessions of the given roles can use, each with the first path to it. */
    List<ReachableRole> reachableFrom(List<Role> sessions) {
        Map<String, ReachableRole> usable = new LinkedHashMap<>();
        for (Role session : sessions) {
            reach(session, usable);
        }
        return List.copyOf(usable.values());
    }

    private void reach(Role session, Map<String, ReachableRole> usable) {
        Map<String, String> settable = new LinkedHashMap<>(Map.of(session.oid(), session.name()));
        Map<String, String> inherited = new LinkedHashMap<>();
        boolean more = true;
        while (more) {
            close(settable, Membership::set);
            inherited.putAll(settable);
            close(inherited, Membership::inherit);
            more = administrable(inherited, settable);
        }
        inherited.forEach((oid, path) -> usable.putIfAbsent(oid, new ReachableRole(role(oid), path)));
    }

    /** Adds the roles that the session can grant to itself; returns whether there are new ones. */
    private boolean administrable(Map<String, String> inherited, Map<String, String> settable) {
        boolean more = false;
        for (Membership edge : memberships) {
            if (edge.admin() && inherited.containsKey(edge.member()) && !settable.containsKey(edge.role())) {
                settable.put(edge.role(), path(inherited, edge, " (ADMIN OPTION)"));
                more = true;
            }
        }
        return more;
    }

    private interface Option {
        boolean of(Membership edge);
    }

    private void close(Map<String, String> reached, Option option) {
        Deque<String> open = new ArrayDeque<>(reached.keySet());
        while (!open.isEmpty()) {
            String member = open.remove();
            for (Membership edge : memberships) {
                if (edge.member().equals(member) && option.of(edge) && !reached.containsKey(edge.role())) {
                    reached.put(edge.role(), path(reached, edge, ""));
                    open.add(edge.role());
                }
            }
        }
    }

    private String path(Map<String, String> reached, Membership edge, String how) {
        return reached.get(edge.member()) + ARROW + role(edge.role()).name() + how;
    }

    /** Returns the memberships without any option of the given roles: they give nothing today. */
    List<String> inert(List<ReachableRole> members) {
        List<String> inert = new ArrayList<>();
        for (ReachableRole member : members) {
            memberships.stream()
                    .filter(edge -> edge.member().equals(member.role().oid()) && edge.inert())
                    .forEach(edge ->
                            inert.add(member.path() + ARROW + role(edge.role()).name()));
        }
        return inert;
    }

    /** Returns who may grant the role, among the given ones. */
    List<String> administrators(Role of, List<ReachableRole> among) {
        return among.stream()
                .filter(each -> memberships.stream()
                        .anyMatch(edge -> edge.admin()
                                && edge.role().equals(of.oid())
                                && edge.member().equals(each.role().oid())))
                .map(ReachableRole::path)
                .toList();
    }

    private Role role(String oid) {
        return Objects.requireNonNull(roles.get(oid), oid);
    }
}
