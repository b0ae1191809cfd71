//! A country, by its code.

use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::values::Values;

/// The officially assigned codes of ISO 3166-1, one after the other.
const CODES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCI\
    CKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQ\
    GRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLS\
    LTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPG\
    PHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTK\
    TLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// All codes.
pub fn codes() -> impl Iterator<Item = &'static str> {
    (0..CODES.len())
        .step_by(2)
        .filter_map(|start| CODES.get(start..start + 2))
}

/// Takes one of the codes.
pub fn check(typed: &str, _: &Values) -> Verdict {
    let code = typed.trim().to_ascii_uppercase();
    let is_known = codes().any(|known| known == code);
    refuse_if(!is_known, Message::CountryMissing)?;
    Ok(code)
}
