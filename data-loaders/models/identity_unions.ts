import {linkAccounts} from "../identity/link-accounts.ts";
import {defineModel} from "../warehouse/model.ts";

export default defineModel({
  grain: "One row per link that made two people one, in the numbers of identity_shared.",
  key: ["alias_no"],
  columns: [
    {name: "alias_no", type: "integer", isNullable: false, about: "account that was a person's anchor until then"},
    {name: "anchor_no", type: "integer", isNullable: false, about: "the person's anchor in the end"},
    {name: "account_no", type: "integer", isNullable: false, about: "account on the alias's side"},
    {name: "other_account_no", type: "integer", isNullable: false, about: "account on the other side"},
    {name: "value_no", type: "integer", isNullable: false, about: "what the two share"},
  ],
  inputs: ["identity_shared"],
  emptyWithout: ["identity_shared"],
  async rows({query}) {
    const held = await query<{account: number; value: number}>(
      "SELECT CAST(account_no AS INTEGER) AS account, CAST(value_no AS INTEGER) AS value FROM identity_shared WHERE is_linking",
    );
    const links = linkAccounts(
      Int32Array.from(held, ({account}) => account),
      Int32Array.from(held, ({value}) => value),
    );
    return links.map(({alias, anchor, account, other, value}) => ({
      alias_no: alias,
      anchor_no: anchor,
      account_no: account,
      other_account_no: other,
      value_no: value,
    }));
  },
});
