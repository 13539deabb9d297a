//! Who may do what: every role with its permissions, declared once.

use std::str::FromStr;

/// What a person does in the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Runs the shop: everything.
    Admin,
    /// Runs the marketing: everything but the settings and forgetting members.
    Operator,
    /// Helps customers: looks things up and changes members' own choices.
    Support,
}

/// Something that a role may allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    /// See reports.
    ReportsRead,
    /// See products, categories and merchants.
    ProductsRead,
    /// See orders and returns.
    OrdersRead,
    /// See members with their contact data.
    MembersRead,
    /// Change members' choices on their behalf.
    MembersWrite,
    /// Forget members for good.
    MembersErase,
    /// See trained models.
    ModelsRead,
    /// See the settings of the shop.
    SettingsRead,
    /// Change the settings of the shop.
    SettingsWrite,
}

impl Permission {
    /// Every permission.
    pub const ALL: [Permission; 9] = [
        Permission::ReportsRead,
        Permission::ProductsRead,
        Permission::OrdersRead,
        Permission::MembersRead,
        Permission::MembersWrite,
        Permission::MembersErase,
        Permission::ModelsRead,
        Permission::SettingsRead,
        Permission::SettingsWrite,
    ];

    /// The name as sent to clients.
    pub fn as_str(self) -> &'static str {
        match self {
            Permission::ReportsRead => "reports:read",
            Permission::ProductsRead => "products:read",
            Permission::OrdersRead => "orders:read",
            Permission::MembersRead => "members:read",
            Permission::MembersWrite => "members:write",
            Permission::MembersErase => "members:erase",
            Permission::ModelsRead => "models:read",
            Permission::SettingsRead => "settings:read",
            Permission::SettingsWrite => "settings:write",
        }
    }
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 3] = [Role::Admin, Role::Operator, Role::Support];

    /// The name as stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Admin => "admin",
            Role::Operator => "operator",
            Role::Support => "support",
        }
    }

    /// Whether the role may do it.
    pub fn allows(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Role::Admin => true,
            Role::Operator => !matches!(permission, P::SettingsWrite | P::MembersErase),
            Role::Support => matches!(
                permission,
                P::ProductsRead | P::OrdersRead | P::MembersRead | P::MembersWrite | P::SettingsRead
            ),
        }
    }

    /// What the role may do.
    pub fn permissions(self) -> impl Iterator<Item = Permission> {
        Permission::ALL.into_iter().filter(move |permission| self.allows(*permission))
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Role::ALL
            .into_iter()
            .find(|role| role.as_str() == name)
            .ok_or_else(|| format!("`{name}` is not a role: use admin, operator or support"))
    }
}
